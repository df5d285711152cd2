import { createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { options } from '../../../../elsewhere/nectar.ts'

// The mistake that the handler explains: Next parses bodies unless it is told otherwise.
export default toNodeHandler(createNectarConnect({ ...options, basePath: '/api/parsed' }))
