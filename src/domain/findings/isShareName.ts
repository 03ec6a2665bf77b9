/**
 * What is a part of a whole and so never above 100 %: 覆盖率, 合格率, 满意度, 及时率 …
 * Growth, 完成率, 执行率, 利用率, 毛入学率 and the like may well be, and unknown rates are left alone.
 */
const SHARE =
  /(?:覆盖|合格|满意|及时|准确|通过|达标|在岗|到岗|在职|出勤|到位|办结|处理|处置|整改|解决|响应|回应|知晓|参与|优良|优秀|普及|入学|升学|巩固|治愈|完好|统一|网办|可办|办理|接入|接通|验收|正常|正常运行|稳定运行|运行|合规|规范|公开|注册|进驻|成活|兑现|回复|答复|反馈|受理|签约|持证|就业|安置|抽查|抽检|检测|监测|修复|回收|无害化|破案|命中|认证|归档|上线|开放|可用|支持|认可|信任|参保|报销|建档|登记|备案|录取|中标|投诉|差错|故障|事故|死亡|流失|发生|重复发生|发病|感染|空置|闲置|缺陷|返工|失败)(?:率|度|比例|比率|占比)(?:指标)?$/
const MAY_EXCEED = /(?:增长|提升|提高|增加|变动|毛入学|超额|同比|环比|资金到位)/

/**
 * Whether a rate is a share. Source: project decision.
 *
 * @param bareName without its bracketed unit.
 */
export function isShareName(bareName: string): boolean {
  return SHARE.test(bareName) && !MAY_EXCEED.test(bareName)
}
