import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * Nothing leaves the page: no connection of any kind, no foreign script, frame, form or base.
 * `style-src 'unsafe-inline'` stays because Vue, Element Plus and ECharts set inline styles.
 * Policies in a `<meta>` ignore `frame-ancestors`; hosts send it as a header (docs/deployment.md).
 */
function policy(scripts: string, workers: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `worker-src ${workers}`,
    "connect-src 'none'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    // Text becomes markup or script only through src/trustedTypes.ts and Vue's own policy.
    "require-trusted-types-for 'script'",
    'trusted-types vue default',
  ].join('; ')
}

function withPolicy(html: string, content: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`
  return html.replace(/<meta charset="[^"]*"\s*\/?>/i, (charset) => `${charset}\n    ${meta}`)
}

/** `'sha256-…'` of every script that stands in the page itself. */
function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
}

/** Scripts and workers from the same folder, and the first-paint script that stands in the page. */
export const hostedPolicy = (html: string): string =>
  policy(["'self'", ...inlineScriptHashes(html)].join(' '), "'self' blob:")

/** The split build. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'jiping:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => withPolicy(html, hostedPolicy(html)),
    },
  }
}

/** The one-file build: exactly the inlined scripts, by their hash, which is computed last. */
export function inlinedScriptPolicy(fileName: string): Plugin {
  return {
    name: 'jiping:inlined-script-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue
          const html = asset.source.toString()
          asset.source = withPolicy(html, policy(inlineScriptHashes(html).join(' '), 'blob:'))
          asset.fileName = fileName
        }
      },
    },
  }
}
