import { readId } from '../lib/ids.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Route } from './route.ts'

export interface Match {
  route: Route
  id: string
}

/** The routes of a path, with the id in it; empty when there is no such path. */
export function routesAt(routes: readonly Route[], pathname: string, basePath: string): Match[] {
  if (!pathname.startsWith(`${basePath}/`)) return []
  // Some frameworks redirect every path to one with a slash at its end.
  const path = pathname.slice(basePath.length).replace(/\/$/, '')
  const matches: Match[] = []
  for (const route of routes) {
    const id = matchPath(route.path, path)
    if (id !== null) matches.push({ route, id })
  }
  return matches
}

/** The methods that a path takes, for `Allow` and for a preflight. */
export function methodsOf(matches: readonly Match[]): string {
  const methods = matches.flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]))
  return [...new Set(methods), 'OPTIONS'].join(', ')
}

/** @throws NectarConnectError `not_found`, `method_not_allowed` */
export function pickRoute(matches: readonly Match[], method: string): Match {
  if (matches.length === 0) throw new NectarConnectError('not_found')
  const wanted = method === 'HEAD' ? 'GET' : method
  const match = matches.find(({ route }) => route.method === wanted)
  if (match) return match
  throw new NectarConnectError('method_not_allowed')
}

/** @returns the id, empty for a pattern without one; null when the path is another. */
function matchPath(pattern: string, path: string): string | null {
  if (!pattern.includes(':id')) return pattern === path ? '' : null
  const [before = '', after = ''] = pattern.split(':id')
  if (!path.startsWith(before) || !path.endsWith(after)) return null
  return readId(path.slice(before.length, path.length - after.length))
}
