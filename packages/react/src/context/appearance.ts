/** How the embed looks. Everything else is done with `--nectar-*` custom properties in the host's own CSS. */
export interface Appearance {
  /** Default `light`. */
  theme?: 'light' | 'dark' | 'system' | undefined
  /** Default `soft`. */
  preset?: 'soft' | 'sharp' | undefined
  /**
   * Tokens to override, without the `--nectar-` prefix. They are set through the CSSOM after mounting, so a strict
   * Content-Security-Policy is no obstacle. For the first paint of a page from a server, see `appearanceToCss()`.
   *
   * @example variables: { accent: '#7a1f4b', 'radius-md': '6px' }
   */
  variables?: Readonly<Record<string, string>> | undefined
}
