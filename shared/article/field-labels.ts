import type { MetadataField } from './article'

/** What each detail of an article is called on the screen. */
export const fieldLabels: Readonly<Record<MetadataField, string>> = {
  subtitle: 'Subtitle',
  published: 'Published',
  updated: 'Updated',
  place: 'Place',
  agency: 'Agency',
  publisher: 'Publisher',
  section: 'Section',
  authors: 'Authors',
  url: 'Web address',
  language: 'Language',
}
