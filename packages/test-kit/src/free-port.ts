import getPort, { portNumbers } from 'get-port'

const FIRST = 15_000
const PORTS_PER_PROCESS = 150
const PROCESSES = 100

/**
 * A port for a program that is about to start. It lies below the ports that systems give to outgoing connections and
 * to whoever asks for any port, and in a range of this process, so that nothing takes it in the meantime.
 */
export function freePort(): Promise<number> {
  const from = FIRST + (process.pid % PROCESSES) * PORTS_PER_PROCESS
  return getPort({ port: portNumbers(from, from + PORTS_PER_PROCESS - 1) })
}
