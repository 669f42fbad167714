"""Training, export and reference values of Tailscope's bundled models."""
