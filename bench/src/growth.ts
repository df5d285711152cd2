import { parseArgs } from 'node:util'
import { simulateGrowth } from './growth/simulate-growth.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    companies: { type: 'string', default: '1000' },
    tabs: { type: 'string', default: '100000' },
  },
})
const size = { companies: Number(values.companies), tabs: Number(values.tabs) }

const lines = []
for (const mode of ['stream', 'poll'] as const) {
  const callsPerSecond = await simulateGrowth(mode, size)
  lines.push({ mode, callsPerSecond })
  if (!values.json) console.log(`${mode.padEnd(8)} ${callsPerSecond.toFixed(1)} calls of Nectar a second`)
}
if (values.json) console.log(JSON.stringify({ ...size, lines }, null, 2))
process.exit()
