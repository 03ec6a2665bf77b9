/** The part of Trusted Types that is used here; the DOM types do not name it yet. */
interface TrustedTypePolicies {
  createPolicy: (
    name: string,
    rules: {
      createHTML: (text: string, type: string, sink: string) => string | null
      createScriptURL: (address: string) => string | null
    },
  ) => unknown
}

/**
 * What plain text may still become under `require-trusted-types-for 'script'`, which both builds send
 * (ADR 0088): nothing at all, as when ECharts empties its element; a document that is only read, in
 * which no script runs and nothing loads; and a worker from a blob, which only a script of this page
 * can have made. Everything else throws and is reported.
 */
export function installTrustedTypes(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypePolicies }
  trustedTypes?.createPolicy('default', {
    createHTML: (text, _type, sink) =>
      text === '' || sink === 'DOMParser parseFromString' ? text : null,
    createScriptURL: (address) => (address.startsWith('blob:') ? address : null),
  })
}
