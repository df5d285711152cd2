import { readId } from '../ids.ts'
import { NectarConnectError } from '../nectar-connect-error.ts'
import type { Route } from './route.ts'

export interface Match {
  route: Route
  id: string
}

/** The routes that a path has, with the id in it; empty when there is no such path. */
export function routesAt(routes: readonly Route[], pathname: string, basePath: string): Match[] {
  if (!pathname.startsWith(`${basePath}/`)) return []
  // Some frameworks are set up to redirect every path to one with a slash at its end.
  const segments = pathname
    .slice(basePath.length + 1)
    .replace(/\/$/, '')
    .split('/')
  return routes.flatMap((route) => {
    const id = matchPath(route.path.slice(1).split('/'), segments)
    return id === null ? [] : [{ route, id }]
  })
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
function matchPath(pattern: readonly string[], segments: readonly string[]): string | null {
  if (pattern.length !== segments.length) return null
  let id = ''
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index]
    if (part !== ':id') {
      if (part !== segment) return null
      continue
    }
    const read = readId(segment)
    if (read === null) return null
    id = read
  }
  return id
}
