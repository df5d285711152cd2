import type { ConnectOptions } from '../context/connect-options.ts'
import { useConnectContext } from '../context/nectar-connect-provider.tsx'
import { type ConnectEnvironment, createConnectEnvironment } from './connect-environment.ts'

const environments = new WeakMap<ConnectOptions, ConnectEnvironment>()

/** What all components below one provider share. It is made when it is first needed. */
export function useEnvironment(): ConnectEnvironment {
  const { options } = useConnectContext()
  const known = environments.get(options)
  if (known) return known
  const made = createConnectEnvironment(options)
  environments.set(options, made)
  return made
}
