import type { NextApiRequest, NextApiResponse } from 'next'
import { nectar } from '../../nectar.ts'

/** For the tests: another of the places that Next.js loads the instance for. */
export default async function reconcile(req: NextApiRequest, res: NextApiResponse) {
  res.json(await nectar.reconcile(String(req.query.company)))
}
