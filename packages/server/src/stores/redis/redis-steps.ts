import { createEpoch } from '../cursor.ts'
import type { RedisConnection } from './redis-connection.ts'

/** What the parts of a store do in Redis. */
export interface RedisSteps {
  /** Sends one command. */
  send(args: string[]): Promise<unknown>
  /** Runs a script, which Redis runs alone and wholly. */
  run(script: string, keys: string[], args: string[]): Promise<string[]>
  /** Runs a script that begins with `BEGIN`: a new epoch and the time come before its arguments. */
  step(script: string, keys: string[], args: string[]): Promise<string[]>
}

/** @param now Undefined: Redis tells the time. */
export function createRedisSteps(
  { send, run }: RedisConnection,
  now: (() => number) | undefined,
): RedisSteps {
  return {
    send,
    run,
    async step(script, keys, args) {
      return run(script, keys, [createEpoch(), now === undefined ? '' : String(now()), ...args])
    },
  }
}
