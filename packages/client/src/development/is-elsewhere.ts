/** Whether a base path is on another origin than the page. */
export function isCrossOrigin(basePath: string): boolean {
  return new URL(basePath, location.href).origin !== location.origin
}
