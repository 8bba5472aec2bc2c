/** What a developer pastes, with this workspace's own key and currency. */
export const pageTag = (origin: string, key: string, currency: string): string => `<script>
  window.heed = window.heed || function () { (heed.q = heed.q || []).push(arguments) }
  heed('identify', {
    userId: '4711',
    name: 'Lena Okafor',
    createdAt: '2025-09-01T00:00:00Z',
    account: { accountId: 'acme', name: 'Acme', plan: 'growth', spendMinor: 12900, currency: '${currency}' },
  })
</script>
<script async src="${origin}/w/${key}.js"></script>`

/** The demo app with this workspace's widget in it, as a customer of some size and age. */
export const demoAddress = (key: string, currency: string): string =>
  `/demo?${new URLSearchParams({ key, currency, as: 'aoife' })}`

/** What that customer pays a month, in minor units of whatever currency. */
export const demoSpendMinor = 590_00
