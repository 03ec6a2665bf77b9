export const report = {
  open: '评价报告',
  title: '{name} · 评价报告',
  back: '返回评价',
  intro:
    '正文由数据生成，可以直接修改。⟦名称：数字⟧ 是取自数据的数字，数据变了会标出，不会悄悄改动您写的句子。',
  generated: '还没有修改过，正文随数据更新。',
  edited: '已修改，数字变动时标出。',
  readonly: '当前状态为“{status}”，报告只读。',
  stale: '有 {count} 处数字已变动：',
  staleItem: '{label}：写的是 {text}，现为 {now}',
  update: '全部更新',
  reset: '恢复生成的正文',
  resetMeans: '丢弃对正文的修改，可以撤销。',
  resetChapter: '恢复这一章',
  paragraphOf: '{chapter} 第 {index} 段',
  preview: '预览',
  edit: '修改',
}
