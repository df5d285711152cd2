import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from '../../tooling/lib/browsers.ts'
import { LINE, type Side, type Start, visit } from './page/measure-page.ts'
import { startHost } from './page/start-host.ts'
import { drawWaterfall, summarize, type Visit } from './page/waterfall.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    /** Of their script, compressed. */
    script: { type: 'string', default: '35000' },
  },
})
const [rounds, script] = [Number(values.rounds), Number(values.script)]
const CASES: [Side, Start][] = [
  ['ours', 'cold'],
  ['ours', 'warm'],
  ['theirs', 'cold'],
  ['theirs', 'warm'],
]
/** However slow the machine is. */
const LIMIT_MS = 120_000

const limit = setTimeout(() => {
  console.error(`Not done after ${LIMIT_MS / 1000} s.`)
  process.exit(1)
}, LIMIT_MS)
const host = await startHost(script)
const browser = await chromium.launch(chromiumLaunchOptions())
const visits = new Map<string, Visit[]>()
try {
  for (let round = 0; round < rounds; round += 1) {
    for (const [side, start] of CASES) {
      const name = `${side}, ${start}`
      visits.set(name, [...(visits.get(name) ?? []), await visit(browser, host, side, start)])
    }
  }
} finally {
  await browser.close()
  await host.close()
  clearTimeout(limit)
}

const lines = [...visits].map(([name, all]) => ({ name, ...summarize(all), spans: all.at(-1)?.spans ?? [] }))
if (values.json)
  console.log(JSON.stringify({ node: process.version, rounds, script, line: LINE, lines }, null, 2))
else {
  for (const { name, drawnMs, frameMs, waitedMs, spans } of lines) {
    const drawn = drawnMs === null ? '' : `dialog after ${drawnMs.toFixed(0)} ms, then `
    console.log(`${name}: ${drawn}frame after ${frameMs.toFixed(0)} ms; ${waitedMs.toFixed(0)} ms in all`)
    for (const line of drawWaterfall(spans)) console.log(`  ${line}`)
  }
}
