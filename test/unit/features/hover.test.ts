import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { agent, agentUri, ask, root } from './helpOf.ts';

const head = '---\nname: a\ndescription: b\n';

const hook = `${head}hooks:\n  Stop:\n    - `;
const handler = `${hook}hooks:\n        - `;
const server = `${head}mcpServers:\n  - own:\n      `;

const around = {
  '.claude/agents/reviewer.md': agent('reviewer'),
  '.claude/skills/release/SKILL.md': '---\ndescription: Writes *release* notes\nagent: reviewer\n---\n',
  '.mcp.json': '{"mcpServers": {"tracker": {}}}',
};

/** The hover at `|`: its text and what it is shown for. */
async function hover(
  marked: string,
  options: { readonly editorChecksAgents?: boolean; readonly uri?: string } = {},
): Promise<{ said: string; of: string } | undefined> {
  const { service, at, text } = await ask(marked, around, options);
  const found = await service.help.hover(options.uri ?? agentUri, at);
  if (found === undefined) return undefined;
  const span = new LineIndex(text).spanOf(found.range!);
  return { said: (found.contents as MarkupContent).value, of: text.slice(span.start, span.end) };
}

describe('hover in an agent', () => {
  for (const [marked, of, said] of [
    ['---\nna|me: a\ndescription: b\n---\n', 'name', /^\*\*name\*\* — .*Required: .*skips the file/s],
    [`${head}m|odel: opus\n---\n`, 'model', /Default: `inherit`\. Since Claude Code 1\.0\.64/],
    [`${head}disallowedTools|: Bash\n---\n`, 'disallowedTools', /Since Claude Code 2\.0\.30/],
    [`${head}hooks|:\n  Stop: []\n---\n`, 'hooks', /Ignored in plugins’ agents/],
    [`${head}autoCompactWindow|: 200000\n---\n`, 'autoCompactWindow', /In no documentation/],
    [`${head}allowed-|tools: Read\n---\n`, 'allowed-tools', /meant as \*\*tools\*\*/],
    [`${head}broken: "\ntoo|ls: Read\n---\n`, 'tools', /Default: all tools/],
    [`${head}model|: "a" b\n---\n`, 'model', /Default/],
    [`${head}model: op|us\n---\n`, 'opus', /^`opus` — /],
    [`${head}model: claude-sonnet-4-5|\n---\n`, 'claude-sonnet-4-5', /full model id/],
    [`${head}model: nonsense|\n---\n`, undefined, undefined],
    [`${head}permissionMode: |plan\n---\n`, 'plan', /changes nothing/],
    [`${head}effort: hi|gh\n---\n`, 'high', /thoroughly/],
    [`${head}background: tr|ue\n---\n`, 'true', /always runs/],
    [`${head}tools: Read, Gr|ep\n---\n`, 'Grep', /^\*\*Grep\*\* — Searches/],
    [`${head}tools: Task|\n---\n`, 'Task', /\*\*Agent\*\*.*former name of `Agent`/s],
    [`${head}tools: Multi|Edit\n---\n`, 'MultiEdit', /gone.*`Edit` does its work/],
    [`${head}tools: AskUser|Question\n---\n`, 'AskUserQuestion', /subagent never gets it/],
    [`${head}tools: ExitPlan|Mode\n---\n`, 'ExitPlanMode', /permissionMode: plan/],
    [`${head}tools: Ba|sh(git:*)\n---\n`, 'Bash(git:*)', /has no effect/],
    [`${head}tools: "*|"\n---\n`, '*', /All tools/],
    [
      `${head}tools: mcp__tracker__|list\n---\n`,
      'mcp__tracker__list',
      /\*\*tracker\*\*, declared in \.mcp\.json/,
    ],
    [`${head}tools: mcp__other__|list\n---\n`, undefined, undefined],
    [`${head}tools: Agent(rev|iewer)\n---\n`, 'reviewer', /Does what reviewer does.*reviewer\.md/s],
    [`${head}tools: Agent(Exp|lore)\n---\n`, 'Explore', /built into Claude Code/],
    [`${head}skills: rel|ease\n---\n`, 'release', /Writes \\\*release\\\* notes.*release\/SKILL\.md/s],
    [`${head}mcpServers: [trac|ker]\n---\n`, 'tracker', /MCP server \*\*tracker\*\*/],
    [`${head}hooks:\n  PreTool|Use: []\n---\n`, 'PreToolUse', /keeps the whole agent from loading/],
    [`${head}hooks:\n  PreToolUs|: []\n---\n`, 'PreToolUs', /no such event/],
    [`${head}hooks:\n  St|op: []\n---\n`, 'Stop', /One of the 33 events.*loads without it/],
    [`${hook}match|er: Bash\n---\n`, 'matcher', /tools or causes/],
    [`${handler}ty|pe: http\n---\n`, 'type', /`command`, `prompt`, `agent`, `http`, `mcp_tool`/],
    [`${handler}type: ht|tp\n---\n`, 'http', /^Needs `url`\. Takes .*`headers`/],
    [`${handler}type: htt|\n---\n`, 'htt', /no such handler/],
    [`${handler}type: command\n          comm|and: x\n---\n`, 'command', /^Required\. A text\.$/],
    [`${handler}type: command\n          time|out: 5\n---\n`, 'timeout', /^A number above 0\.$/],
    [`${handler}type: command\n          on|ce: true\n---\n`, 'once', /no effect in an agent/],
    [`${handler}type: command\n          ur|l: x\n---\n`, 'url', /another type: `http`/],
    [`${handler}type: command\n          whate|ver: x\n---\n`, undefined, undefined],
    [`${server}ty|pe: http\n---\n`, 'type', /How the server is reached/],
    [`${server}type: ht|tp\n---\n`, 'http', /needs “url”/],
    [`${server}type: HT|TP\n---\n`, 'HTTP', /no such type/],
    [`${server}ur|l: x\n---\n`, 'url', /alone it is rejected/],
    [`${head}color: re|d\n---\n`, 'red', /^`red` — /],
    [`${head}color: Re|d\n---\n`, 'Red', /does not take this value.*`red`, `blue`/],
    [`${head}memory: every|where\n---\n`, 'everywhere', /It takes `user`, `project`, `local`/],
    [`${head}tools: code|base\n---\n`, 'codebase', /another product’s tool\. It grants nothing/],
    [`${head}tools: ba|sh\n---\n`, 'bash', /no tool of this name.*may have been meant as `Bash`/],
    [`${head}disallowedTools: Frob|nicate\n---\n`, 'Frobnicate', /takes nothing away\.$/],
    [`${head}disallowedTools: "*|"\n---\n`, '*', /takes nothing away/],
    [`${head}---\nAsk \`rev|iewer\` first.\n`, 'reviewer', /Does what reviewer does/],
    [`${head}---\nAsk \`some|body\` first.\n`, undefined, undefined],
    ['# Not |an agent\n', undefined, undefined],
  ] as const) {
    it(JSON.stringify(marked.slice(4)), async () => {
      const found = await hover(marked);
      assert.equal(found?.of, of);
      if (said !== undefined) assert.match(found!.said, said);
    });
  }

  describe('where VS Code has hovers and warnings of its own', () => {
    const options = { editorChecksAgents: true };

    it('does not say again what a field is for', async () => {
      const found = await hover(`${head}mod|el: opus\n---\n`, options);
      assert.match(found!.said, /^Default: `inherit`/);
      assert.match((await hover(`${head}col|or: red\n---\n`, options))!.said, /^\*\*color\*\* — /);
    });

    for (const value of [
      'model: fable',
      'model: claude-opus-4-1',
      'permissionMode: auto',
      'permissionMode: manual',
    ]) {
      it(`says that its warning of “${value}” is wrong`, async () => {
        assert.match((await hover(`${head}${value}|\n---\n`, options))!.said, /the warning is wrong/);
        assert.doesNotMatch((await hover(`${head}${value}|\n---\n`))!.said, /VS Code/);
      });
    }

    it('says which of its values Claude Code drops', async () => {
      assert.match(
        (await hover(`${head}permissionMode: delegate|\n---\n`, options))!.said,
        /does not know it/,
      );
    });

    it('is silent where its warning is right', async () => {
      assert.equal(await hover(`${head}model: nonsense|\n---\n`, options), undefined);
      assert.equal(await hover(`${head}memory: everywhere|\n---\n`, options), undefined);
    });

    it('says everything of a file that was opened as Markdown', async () => {
      const { service, at, text } = await ask(`${head}mod|el: opus\n---\n`, {}, options);
      service.model.open(agentUri, text, 2, new LineIndex(text), 'markdown');
      const found = await service.help.hover(agentUri, at);
      assert.match((found!.contents as MarkupContent).value, /^\*\*model\*\* — /);
    });
  });

  it('says of a plugin’s agent what is ignored there', async () => {
    const { service, at } = await ask(
      `${head}ho|oks: {}\n---\n`,
      { 'kit/.claude-plugin/plugin.json': '{}' },
      { uri: `${root}/kit/agents/tried.md` },
    );
    const found = await service.help.hover(`${root}/kit/agents/tried.md`, at);
    assert.match((found!.contents as MarkupContent).value, /\*\*Ignored here\*\*/);
  });

  it('says who runs a skill', async () => {
    const { service } = await ask('|', around);
    const found = await service.help.hover(`${root}/.claude/skills/release/SKILL.md`, {
      line: 2,
      character: 8,
    });
    assert.match((found!.contents as MarkupContent).value, /^\*\*reviewer\*\*/);
  });
});
