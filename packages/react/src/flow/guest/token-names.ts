/** What the style sheet reads of the page's custom properties, without `--nectar-`. */
export const TOKEN_NAMES =
  'surface surface-raised surface-sunken border border-strong text text-muted accent accent-hover accent-contrast accent-soft accent-text focus healthy-bg healthy-fg healthy-border waiting-bg waiting-fg waiting-border needs-you-bg needs-you-fg needs-you-border provider-bg provider-fg provider-border inactive-bg inactive-fg inactive-border unknown-bg unknown-fg unknown-border scrim skeleton radius-sm radius-md radius-lg radius-xl radius-pill border-width space-1 space-2 space-3 space-4 space-5 space-6 space-7 space-8 control control-sm row pad chip tile avatar dialog dialog-intro dialog-frame font-mono font-size text-xs text-sm text-md text-lg text-xl leading-tight leading weight-regular weight-medium weight-strong tracking-title motion-fast motion-base motion-slow ease shadow-sm shadow-md shadow-lg'.split(
    ' ',
  )
