export const ROUTES = {
  overview: '/app',
  sites: '/app/sites',
  utilities: '/app/utilities',
  setup: '/app/set-up',
  settings: '/app/settings',
} as const

export type RouteName = keyof typeof ROUTES

/** Which page a path names; a slash at the end does no harm. Null: none. */
export function matchRoute(path: string): RouteName | null {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path
  const names = Object.keys(ROUTES) as RouteName[]
  return names.find((name) => ROUTES[name] === trimmed) ?? null
}
