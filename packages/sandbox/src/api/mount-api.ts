import type { Hono } from 'hono'
import type { World } from '../core/world.ts'
import { mountCompanyRoutes } from './company-routes.ts'
import { mountConnectionRoutes } from './connection-routes.ts'
import { mountInvitationRoutes } from './invitation-routes.ts'
import { mountLegacyRoutes } from './legacy-routes.ts'
import { createRouter } from './route.ts'

/** The REST API under `/v2.2`, `/v2.1` and `/v2`. */
export function mountApi(world: World, app: Hono): void {
  const route = createRouter(world, app)
  mountCompanyRoutes(world, route)
  mountConnectionRoutes(world, route)
  mountInvitationRoutes(world, route)
  mountLegacyRoutes(route)
  app.all('/:version{v[0-9.]+}/*', () => Response.json({ detail: 'Not Found' }, { status: 404 }))
}
