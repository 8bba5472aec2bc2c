import { locale } from '../locales/locale.ts'

const names = new Intl.DisplayNames(locale, { type: 'currency' })

/** Every currency of today, by its code and its name, as options of a select. @param chosen where nobody has chosen yet */
export const CurrencyOptions = ({ chosen }: { chosen: string }) => (
  <>
    {Intl.supportedValuesOf('currency').map((code) => (
      <option key={code} value={code} selected={code === chosen}>
        {code} · {names.of(code)}
      </option>
    ))}
  </>
)
