export { keepRawBody, toExpressHandler } from './node/to-express-handler.ts'
