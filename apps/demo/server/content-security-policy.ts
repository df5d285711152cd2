export interface ContentSecurityPolicyOptions {
  /** Where Nectar's page lives: the only thing that may be framed. */
  hostedOrigin: string
  /** Null but for development, where it lets Vite's own scripts and styles in, and its socket. */
  nonce: string | null
}

/** The policy of Plumbline's pages: nothing inline, nothing from elsewhere but the one frame. */
export function contentSecurityPolicy({ hostedOrigin, nonce }: ContentSecurityPolicyOptions): string {
  const own = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`
  const directives = [
    "default-src 'self'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${nonce === null ? '' : ' ws:'}`,
    `frame-src ${hostedOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return directives.join('; ')
}
