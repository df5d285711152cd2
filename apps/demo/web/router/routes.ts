export const ROUTES = {
  overview: '/app',
  sites: '/app/sites',
  utilities: '/app/utilities',
  setup: '/app/set-up',
  settings: '/app/settings',
} as const

export type RouteName = keyof typeof ROUTES

/** One of the pages, or the page about one connection. */
export type Route = { page: RouteName } | { page: 'utility'; connectionId: string }

const UTILITY = /^\/app\/utilities\/([\w-]{36})$/

export function utilityPath(connectionId: string): string {
  return `${ROUTES.utilities}/${connectionId}`
}

/** Which page a path names; a slash at the end does no harm. Null: none. */
export function matchRoute(path: string): Route | null {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path
  const names = Object.keys(ROUTES) as RouteName[]
  const page = names.find((name) => ROUTES[name] === trimmed)
  if (page !== undefined) return { page }
  const connectionId = UTILITY.exec(trimmed)?.[1]
  return connectionId === undefined ? null : { page: 'utility', connectionId }
}
