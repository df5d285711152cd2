import { beforeAll } from 'vitest'
import { loadFlow } from '../button/load-flow.tsx'

// The tests' server makes it on the first demand, which takes longer than anybody waits for a button. That it comes
// later, or not at all, is tried from end to end.
beforeAll(async () => void (await loadFlow()))
