import type { ComponentChildren } from 'preact'

type Column = string | { numbers: string }
type Props = {
  caption: string
  columns: Column[]
  /** Names a last column for what can be done with a row, out of sight. */
  actions?: string | undefined
  children: ComponentChildren
}

/** The frame of a table of settings; on a narrow screen its rows become cards. */
export const SettingsTable = ({ caption, columns, actions, children }: Props) => (
  <div class="table-scroll stacks">
    <table class="figures stacking">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) =>
            typeof column === 'string' ? (
              <th key={column} scope="col">
                {column}
              </th>
            ) : (
              <th key={column.numbers} scope="col" class="number">
                {column.numbers}
              </th>
            ),
          )}
          {actions !== undefined && (
            <th scope="col">
              <span class="visually-hidden">{actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
