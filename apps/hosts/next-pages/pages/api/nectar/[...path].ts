import { toNodeHandler } from '@nectar-connect/server/node'
import { nectar } from '../../../nectar.ts'

// Signatures are made over the bytes as they came.
export const config = { api: { bodyParser: false } }

export default toNodeHandler(nectar)
