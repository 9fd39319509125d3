/**
 * Help for whoever writes agents and project documents: frontmatter completion, hovers, and the ways between agents,
 * the sections that they read, skills and servers.
 */
import type {
  CompletionItem,
  Hover,
  Location,
  Position,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { AgentNames, type NamedAgent, placeOf } from '../analysis/agentNames.ts';
import type { WorkspaceModel } from '../analysis/workspaceModel.ts';
import { baseName } from '../workspace/uris.ts';
import { frontmatterItems, isInFrontmatter } from './completion/frontmatter.ts';
import { agentHover, namedAgentHover } from './hover/hover.ts';
import { agentSymbols, definitionAt, referencesAt } from './navigation/navigation.ts';
import { type Refusal, renameEdit, renameTarget, type RenameTarget } from './navigation/rename.ts';
import { type Scope, scopeOf, thingAt } from './navigation/symbols.ts';
import { projectDocumentHover } from './projectDocument/hover.ts';
import { sectionDefinition, sectionReferences } from './projectDocument/navigation.ts';
import { sectionRename, sectionRenameTarget } from './projectDocument/rename.ts';

/** How a completion is asked for. */
export interface CompletionWish {
  /** A trigger character asked, not the author. */
  readonly byKey: boolean;
  /** The client understands LSP's snippets. */
  readonly snippets: boolean;
}

/** Answers from the model as it stands; reads skills and servers from disk when something asks for them. */
export class WritingHelp {
  readonly #model: WorkspaceModel;
  readonly #editorChecksAgents: boolean;

  /** @param editorChecksAgents the editor checks and completes `.claude/agents/*.md` itself (VS Code) */
  constructor(model: WorkspaceModel, editorChecksAgents: boolean) {
    this.#model = model;
    this.#editorChecksAgents = editorChecksAgents;
  }

  /** What can stand at a place in an agent's frontmatter or empty file; `undefined` for any other place. */
  async completion(uri: string, at: Position, wish: CompletionWish): Promise<CompletionItem[] | undefined> {
    const agent = this.#model.agent(uri);
    if (agent === undefined) return undefined;
    const { fence } = agent.file.frontmatter;
    const { positions, text } = agent;
    const offset = positions.offsetAt(at);
    if (!isInFrontmatter(text, fence, offset)) return undefined;
    const { names, surroundings } = await scopeOf(this.#model, uri);
    // What does not load cannot be called; of a plugin's files all do, but not all are meant to be.
    const isOther = ({ document }: NamedAgent): boolean =>
      document.uri !== uri &&
      this.#model.names.ownName(document.uri) !== undefined &&
      document.file.frontmatter.fence.state === 'closed';
    const subject = {
      text,
      stem: baseName(uri).replace(/\.md$/, ''),
      editorCompletes: this.#editorHelps(uri),
      isPlugin: this.#model.originOf(uri) === 'plugin',
      snippets: wish.snippets,
      agents: names.visibleFrom(placeOf(this.#model, uri)).filter(isOther),
      surroundings,
    };
    return frontmatterItems(fence, offset, subject, wish.byKey, positions);
  }

  async hover(uri: string, at: Position): Promise<Hover | undefined> {
    const ofSection = projectDocumentHover(this.#model, uri, at);
    if (ofSection !== undefined) return ofSection;
    const scope = await this.#scope(uri);
    if (scope === undefined) return undefined;
    const thing = thingAt(this.#model, uri, at, scope);
    const agent = this.#model.agent(uri);
    if (agent === undefined) return thing === undefined ? undefined : namedAgentHover(thing);
    const context = {
      isPlugin: this.#model.originOf(uri) === 'plugin',
      editorHovers: this.#editorHelps(uri),
    };
    return agentHover(agent, at, context, thing);
  }

  async definition(uri: string, at: Position): Promise<Location | undefined> {
    const section = sectionDefinition(this.#model, uri, at);
    if (section !== undefined) return section;
    const scope = await this.#scope(uri);
    return scope === undefined ? undefined : definitionAt(this.#model, uri, at, scope);
  }

  async references(uri: string, at: Position, withDefinition: boolean): Promise<Location[]> {
    const mentions = sectionReferences(this.#model, uri, at, withDefinition);
    if (mentions !== undefined) return mentions;
    const scope = await this.#scope(uri);
    return scope === undefined ? [] : referencesAt(this.#model, uri, at, scope, withDefinition);
  }

  async renameTarget(uri: string, at: Position): Promise<RenameTarget | Refusal | undefined> {
    const section = sectionRenameTarget(this.#model, uri, at);
    if (section !== undefined) return section;
    const scope = await this.#scope(uri);
    return scope === undefined ? undefined : renameTarget(this.#model, uri, at, scope);
  }

  /** @param documentChanges the client takes edits with the document's version */
  async rename(
    uri: string,
    at: Position,
    name: string,
    documentChanges: boolean,
  ): Promise<WorkspaceEdit | Refusal | undefined> {
    const section = sectionRename(this.#model, uri, at, name, documentChanges);
    if (section !== undefined) return section;
    const scope = await this.#scope(uri);
    return scope === undefined ? undefined : renameEdit(this.#model, uri, at, name, scope, documentChanges);
  }

  symbols(query: string): SymbolInformation[] {
    return agentSymbols(new AgentNames(this.#model), query);
  }

  /** Nothing is read for documents that can name no agent. */
  #scope(uri: string): Promise<Scope | undefined> {
    const mayName = this.#model.agent(uri) !== undefined || skillPath.test(uri);
    return mayName ? scopeOf(this.#model, uri) : Promise.resolve(undefined);
  }

  #editorHelps(uri: string): boolean {
    return this.#editorChecksAgents && this.#model.isChatAgent(uri);
  }
}

/** Skills, and commands, which are read alike. */
const skillPath = /\/SKILL\.md$|\/commands\/.+\.md$/;
