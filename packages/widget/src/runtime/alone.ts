/** Runs the work while no other tab runs work of that name; all the same where the browser has no locks or refuses them. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager | null }
  if (!locks) return work()
  try {
    return await locks.request(name, work)
  } catch {
    return work()
  }
}
