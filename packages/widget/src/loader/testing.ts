import type { WidgetConfig } from '@heed/contracts'

/** The configuration that the tests' workspace is served with. */
export const testConfig = (surveys: WidgetConfig['surveys'] = []): WidgetConfig => ({
  key: 'pk_test',
  assets: 'assets/v1/',
  workspaceName: 'Northwind',
  defaultLocale: 'en',
  accent: '#2b59c3',
  privacySignal: 'honour',
  fatigue: { restDays: 7, laterDays: 7, mostASession: 1 },
  surveys,
})
