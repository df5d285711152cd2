/** Time that this process had a processor, all its threads together: what others do at the machine does not count. */
export function cpuMicrosecondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return user + system
}
