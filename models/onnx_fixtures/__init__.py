"""Fixtures of the tests that edit ONNX exports."""
