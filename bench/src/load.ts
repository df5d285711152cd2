import { parseArgs } from 'node:util'
import { runLoad } from './load/run-load.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    deliveries: { type: 'string', default: '10000' },
    readers: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
})

const report = await runLoad({
  deliveries: Number(values.deliveries),
  readers: Number(values.readers),
  seed: Number(values.seed),
  log: (text) => console.error(text),
})
if (values.json) console.log(JSON.stringify(report, null, 2))
else {
  const { deliveries, attempts, changes, failures, repeated, drops, seconds, violations } = report
  const rate = (deliveries / seconds).toFixed(0)
  console.log(`${deliveries} deliveries in ${seconds.toFixed(1)} s (${rate}/s), ${attempts} attempts`)
  console.log(
    `${changes} changes, ${failures} failures of the handler, ${repeated} repetitions of it, ${drops} streams dropped`,
  )
  console.log(violations.length === 0 ? 'Nothing lost, nothing twice.' : violations.slice(0, 20).join('\n'))
}
process.exitCode = report.violations.length === 0 ? 0 : 1
