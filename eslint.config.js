import skipFormatting from 'eslint-config-prettier/flat'
import pluginVue from 'eslint-plugin-vue'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'

const htmlSinks = [
  {
    selector:
      'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Text only: user data must never become markup.',
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/][callee.object.name='document']",
    message: 'Text only: user data must never become markup.',
  },
  {
    selector: "Property[key.name='dangerouslyUseHTMLString']",
    message: 'Text only: user data must never become markup.',
  },
]

export default defineConfigWithVueTs(
  {
    ignores: [
      'dist',
      'dist-single',
      'coverage',
      'playwright-report',
      'test-results',
      'reports',
      '.stryker-tmp',
    ],
  },
  pluginVue.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...htmlSinks],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': [
        'error',
        { order: ['defineProps', 'defineEmits', 'defineModel', 'defineSlots'] },
      ],
      'vue/define-props-declaration': 'error',
      'vue/define-props-destructuring': 'error',
      'vue/define-emits-declaration': ['error', 'type-literal'],
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      'vue/max-lines-per-block': ['error', { script: 120, template: 120, style: 80 }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A domain function depends on its arguments alone. Browser globals are already unknown there:
    // src/domain/tsconfig.json has no DOM. Imports are the business of tests/architecture.cjs.
    files: ['src/domain/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: 'Pass the date in.' }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pass the id in.' },
      ],
    },
  },
  {
    // Scores go through domain/decimal.ts only: a double rounds 1.005 to 1.00.
    files: ['src/domain/scoring/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Pass the date in.' },
        { name: 'Number', message: 'Decimals go through domain/decimal.ts.' },
        { name: 'parseFloat', message: 'Decimals go through domain/decimal.ts.' },
        { name: 'Math', message: 'Decimals go through domain/decimal.ts.' },
        { name: 'Intl', message: 'Scoring knows no locale.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...htmlSinks,
        {
          selector: 'CallExpression[callee.property.name=/^(toFixed|toPrecision)$/]',
          message: 'Decimals go through domain/decimal.ts.',
        },
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
  {
    // Command-line programs speak to the terminal.
    files: ['tests/bench/**', 'tests/**/*.mjs', 'tests/soak/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '*.config.js'],
    extends: [vueTsConfigs.disableTypeChecked],
  },
  skipFormatting,
)
