/** Text inside a paragraph. `href` is an address inside the page; `path` a file of the project. */
export type HelpInline =
  | { kind: 'text' | 'strong' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'file'; text: string; path: string }

export type HelpBlock =
  { kind: 'paragraph'; inlines: HelpInline[] } | { kind: 'list'; items: HelpInline[][] }

/** One rule; `id` is its heading, which explanations link to. */
export interface HelpSection {
  id: string
  title: string
  blocks: HelpBlock[]
}

export interface HelpDocument {
  title: string
  introduction: HelpBlock[]
  sections: HelpSection[]
}
