import { createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import type { NextApiRequest, NextApiResponse } from 'next'
import { options } from '../../../../elsewhere/nectar.ts'

export const config = { api: { bodyParser: false } }

const handleNectar = toNodeHandler(createNectarConnect({ ...options, basePath: '/api/elsewhere' }))

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  res.setHeader('set-cookie', ['first=1', 'second=2'])
  return handleNectar(req, res)
}
