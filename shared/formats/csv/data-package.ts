import type { ExportContext } from '../format'
import { fileNameFrom } from '../file-name'
import { jsonFile } from '../json-text'
import type { Column, ColumnKind, Table } from '../tables/column'

/** Kinds as Table Schema names them. Source: Data Package 2.0, Table Schema, field types. */
const fieldTypes: Readonly<Record<ColumnKind, string>> = {
  words: 'string',
  count: 'integer',
  decimal: 'number',
  'yes-no': 'boolean',
  time: 'datetime',
  object: 'object',
  list: 'array',
}

/** `datapackage.json`: the tables with what each column holds, for readers that know Frictionless data. */
export function dataPackage(tables: readonly Table[], context: ExportContext): string {
  return jsonFile({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: fileNameFrom(context.projectName, 'project'),
    title: context.projectName,
    description: descriptionOf(context),
    offset_unit: context.offsetUnit,
    resources: tables.map(resourceOf),
  })
}

function descriptionOf({ forSpreadsheets, includesText }: ExportContext): string {
  return [
    'Annotated articles: claims, quotes and figures with the words they stand on.',
    ...(includesText ? [] : ['The texts of the articles were left out.']),
    ...(forSpreadsheets
      ? [
          'Written for spreadsheets: each file begins with a byte order mark, and a cell that looks like a formula has an apostrophe in front, which is not part of the data.',
        ]
      : []),
  ].join(' ')
}

function resourceOf({ name, description, columns, primaryKey, foreignKeys }: Table): object {
  return {
    name,
    path: `${name}.csv`,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    description,
    dialect: {
      header: true,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
    },
    schema: {
      fields: columns.map(fieldOf),
      missingValues: [''],
      primaryKey,
      ...(foreignKeys.length === 0
        ? {}
        : {
            foreignKeys: foreignKeys.map(key => ({
              fields: key.columns,
              reference: { resource: key.table, fields: key.theirs },
            })),
          }),
    },
  }
}

function fieldOf({ name, kind, description, isRequired }: Column): object {
  return {
    name,
    type: fieldTypes[kind],
    // Times have milliseconds, which the default format of older readers does not take.
    ...(kind === 'time' ? { format: 'any' } : {}),
    ...(kind === 'yes-no' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    description,
    ...(isRequired === true ? { constraints: { required: true } } : {}),
  }
}
