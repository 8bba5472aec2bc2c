import { expect, it } from 'vitest'
import { readCsv } from './read-csv.ts'

const read = async (csv: string) => {
  const { header, rows } = await readCsv(csv)
  return [header, ...rows.map(({ row, cells }) => [row, ...cells])]
}

it.each([
  ['commas', 'id,plan\n1,pro\n'],
  ['semicolons', 'id;plan\n1;pro\n'],
  ['tabs', 'id\tplan\n1\tpro\n'],
  ['bars', 'id|plan\n1|pro\n'],
  ['a byte order mark', '\ufeffid,plan\n1,pro\n'],
  ['line ends of Windows', 'id,plan\r\n1,pro\r\n'],
  ['line ends of old Macs', 'id,plan\r1,pro\r'],
  ['no line end at the end', 'id,plan\n1,pro'],
  ['white space around cells', ' id , plan \n 1 ,  pro\n'],
  ['quotation marks', '"id","plan"\n"1","pro"\n'],
  ['white space within quotation marks', '"id "," plan"\n"1 ","\tpro\u00a0"\n'],
])('reads a file with %s', async (_, csv) => {
  expect(await read(csv)).toEqual([
    ['id', 'plan'],
    [2, '1', 'pro'],
  ])
})

it('reads delimiters, line breaks and quotation marks within quoted cells, and names the line of each row', async () => {
  const csv = 'id;"name, or\nwhat";note\r\n1;"Oil; gas";"say ""hi"""\r\n\r\n2;"two\r\nlines";x\r\n3;5" disk;y\r\n'

  expect(await read(csv)).toEqual([
    ['id', 'name, or\nwhat', 'note'],
    [3, '1', 'Oil; gas', 'say "hi"'],
    [5, '2', 'two\nlines', 'x'],
    [7, '3', '5" disk', 'y'],
  ])
})

it('names the right line where quoted cells end in line breaks', async () => {
  expect(await read('id,note\n1,"a\n\n"\n2,"\nb"\n3,c\n')).toEqual([
    ['id', 'note'],
    [2, '1', 'a'],
    [5, '2', 'b'],
    [7, '3', 'c'],
  ])
})

it('leaves out rows with nothing in them, and keeps those of another length as they are', async () => {
  expect(await read('id,plan\n,\n  \n1\n2,pro,more\n')).toEqual([
    ['id', 'plan'],
    [4, '1'],
    [5, '2', 'pro', 'more'],
  ])
})

it('keeps characters whole where the file is cut for reading', async () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `${i},${'é🙂'.repeat(1 + (i % 7))}`)

  const { rows } = await readCsv(`id,name\n${names.join('\n')}`)

  expect(rows.map(({ cells }) => cells.join())).toEqual(names)
})

it.each([
  ['', 'The file is empty.'],
  [' \n \n', 'The file is empty.'],
  ['id,plan,id\n1,2,3\n', 'Two columns are called “id”. Give each a name of its own.'],
  ['id,plan\n1,pro\n2,"never\n3,closed\n', 'In the row of line 3, a quotation mark opens a cell and never closes it.'],
  ['id,plan\n1,"pro"x\n', 'In the row of line 2, a quotation mark within a quoted cell must be written twice.'],
])('refuses %j and says why', async (csv, detail) => {
  await expect(readCsv(csv)).rejects.toMatchObject({ code: 'csv_unreadable', details: { detail } })
})

it.each([
  ['1,"pro"x', 'within a quoted cell must be written twice.'],
  ['1,"pro', 'opens a cell and never closes it.'],
])('names the line of %s, on which a long file breaks', async (broken, what) => {
  const lines = ['id,plan', ...Array.from({ length: 20_000 }, (_, i) => `${i},pro`)]

  for (const line of [100, 20_000]) {
    await expect(readCsv(lines.with(line - 1, broken).join('\n'))).rejects.toMatchObject({
      details: { detail: `In the row of line ${line}, a quotation mark ${what}` },
    })
  }
})
