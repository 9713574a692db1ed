import tseslint from 'typescript-eslint';

/** Which layers below src/ must not import which others, as drawn in mobile_app/README.md. One
 * line per layer with those that it must not reach. */
const LAYERS = {
  wire: ['domain', 'store', 'net', 'outbox', 'rescue', 'visits', 'app', 'ui', 'worker'],
  domain: ['store', 'net', 'outbox', 'rescue', 'visits', 'app', 'ui', 'worker'],
  store: ['net', 'outbox', 'rescue', 'visits', 'app', 'ui', 'worker'],
  net: ['store', 'outbox', 'rescue', 'visits', 'app', 'ui', 'worker'],
  outbox: ['visits', 'rescue', 'app/create', 'ui', 'worker'],
  rescue: ['net', 'outbox', 'visits', 'app/create', 'ui', 'worker'],
  visits: ['net', 'outbox', 'rescue', 'app/create', 'ui', 'worker'],
  app: ['ui'],
  ui: ['store', 'net', 'outbox', 'rescue', 'visits'],
  worker: ['ui', 'app', 'store', 'net', 'outbox', 'rescue', 'visits'],
};
/** Engine code runs in Node as well, so what a browser provides is passed in. */
const ENGINE = ['domain', 'store', 'net', 'outbox', 'rescue', 'visits'];
const BROWSER = ['window', 'document', 'localStorage', 'sessionStorage', 'alert', 'confirm', 'prompt', 'XMLHttpRequest'];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/wire/openapi.ts', '*.config.js', '*.config.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-eval': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Services and stores are made of closures, so no `this` can be lost.
      '@typescript-eslint/unbound-method': 'off',
      // `async` is part of a service's promise, even if one implementation has nothing to await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  ...Object.entries(LAYERS).map(([layer, above]) => ({
    files: [`src/${layer}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: `^\\.\\./(\\.\\./)*(${above.join('|')})(/|$)`, message: `${layer} is below it` }] }],
    },
  })),
  {
    files: ENGINE.map((layer) => `src/${layer}/**/*.ts`),
    rules: { 'no-restricted-globals': ['error', ...BROWSER.map((name) => ({ name, message: 'the engine has no page: take it as an argument' }))] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // A test passes odd values on purpose, and prints to the console what it measured.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-console': 'off',
    },
  },
);
