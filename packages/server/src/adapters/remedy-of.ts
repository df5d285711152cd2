/** For Express, and what is built on it. */
export const EXPRESS_REMEDY =
  'Mount the handler first: app.use("/api/nectar", toExpressHandler(nectar)), then app.use(express.json()). Or let the parser keep them: express.json({ verify: keepRawBody }), from "@nectar-connect/server/express". In NestJS: NestFactory.create(AppModule, { rawBody: true }).'

const NEXT_REMEDY =
  'In Next.js, add to the file of the route: export const config = { api: { bodyParser: false } }.'

const NODE_REMEDY =
  'Call the handler before anything that reads the body, or let that keep the bytes in req.rawBody.'

/** What to change where a body was parsed before: each framework has its own way. */
export function remedyOf(req: object, res: object): string {
  // Only the API routes of the Pages router have it.
  if ('setDraftMode' in res) return NEXT_REMEDY
  if ('app' in req && 'originalUrl' in req) return EXPRESS_REMEDY
  return NODE_REMEDY
}
