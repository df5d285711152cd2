/** Whether a base path leads to another origin than the page's. */
export function isCrossOrigin(basePath: string): boolean {
  return new URL(basePath, location.href).origin !== location.origin
}
