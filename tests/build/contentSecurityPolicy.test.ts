import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hostedPolicy } from '../../build/contentSecurityPolicy'

const deployment = readFileSync('docs/deployment.md', 'utf8')
const policy = hostedPolicy(readFileSync('index.html', 'utf8'))

test('the policy lets nothing out and no text become a script', () => {
  const directives = new Map(
    policy.split('; ').map((text): [string, string] => {
      const [name = '', ...values] = text.split(' ')
      return [name, values.join(' ')]
    }),
  )
  for (const name of [
    ...['default-src', 'connect-src', 'base-uri', 'form-action', 'object-src', 'frame-src'],
  ]) {
    expect(directives.get(name), name).toBe("'none'")
  }
  expect(directives.get('script-src')).toMatch(/^'self' 'sha256-[\w+/]+={0,2}'$/)
  expect(directives.get('require-trusted-types-for')).toBe("'script'")
  expect(policy).not.toMatch(/unsafe-eval|wasm|https?:|\*/)
})

describe('what docs/deployment.md tells a host to send', () => {
  const header = `${policy}; frame-ancestors 'none'`

  test('nginx', () => {
    expect(deployment).toContain(`add_header Content-Security-Policy "${header}" always;`)
  })

  test('IIS', () => {
    expect(deployment).toContain(`<add name="Content-Security-Policy" value="${header}" />`)
  })

  test('no other policy stands there', () => {
    expect(deployment.match(/default-src/g)).toHaveLength(2)
  })
})
