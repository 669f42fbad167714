import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaries } from './scripts/lint/boundaries.js';

const source = ['src/**/*.ts', 'src/**/*.tsx'];
const tests = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**/*.ts', '**/*.fixture.ts'];

export default defineConfig(
  globalIgnores(['build/', 'dist/', 'public/', 'work/', '.checkpoints/', '.venv/', '**/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.cts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // numbers are what this program writes
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // a component inside memo() bears the name of its constant
      '@typescript-eslint/no-shadow': ['error', { ignoreOnInitialization: true }],
      '@typescript-eslint/require-array-sort-compare': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  { files: source, ...reactHooks.configs.flat.recommended },
  { files: source, ignores: ['src/cli/**', ...tests], rules: { 'no-console': 'error' } },
  ...boundaries(source, tests),
  {
    files: tests,
    rules: {
      // stand-ins for what a test does not reach, and names that shadow on purpose
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      '@typescript-eslint/no-shadow': 'off',
      'max-lines': 'off',
    },
  },
  // the catalogue is typed by its `satisfies`; a return type on each line would only repeat it
  { files: ['src/strings/**'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  // expect(stand.method) names a method without calling it
  { files: ['src/**/*.test.{ts,tsx}'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    // handed to a browser as it is
    files: ['bench/**/*.js'],
    languageOptions: {
      globals: {
        window: 'readonly',
        document: 'readonly',
        performance: 'readonly',
        requestAnimationFrame: 'readonly',
        MessageChannel: 'readonly',
        URL: 'readonly',
        location: 'readonly',
      },
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', module: 'writable', URL: 'readonly' },
    },
  },
);
