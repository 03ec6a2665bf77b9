export const opening = {
  opening: '正在打开数据…',
  reload: '刷新重试',
  goesOnByItself: '其他标签页关闭后会自动继续。',
  startEmpty: '从空白开始',
  startEmptyMeans: '原有数据的残留不会删除；新录入的内容另存一处，互不影响。',
  typeToConfirm: '输入“{word}”确认',
  confirmWord: '从空白开始',
  lostCommands: '浏览器丢失了最近 {count} 次已保存的修改，请核对后补录。',
  refusedEdits: '上次离开时有 {count} 处修改没能补上，因为对应内容已被改过；原修改另存在本机。',
  dismiss: '知道了',
}
