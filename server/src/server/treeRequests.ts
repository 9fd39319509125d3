import type { Location } from 'vscode-languageserver';
import type { Place } from '../analysis/surroundings.ts';
import { readersOnLine } from '../features/projectDocument/navigation.ts';
import type { DocumentState } from '../features/agentsTree/agentsTree.ts';
import type {
  AgentRequirementState,
  ProjectRequirementState,
  RequirementState,
} from '../features/requirementStates/states.ts';
import { agentStateText, stateText } from '../features/requirementStates/words.ts';
import { normalizedUri } from '../workspace/uris.ts';
import { handler } from './handle.ts';
import {
  AgentPlacesRequest,
  type AgentRequirementsParams,
  AgentRequirementsRequest,
  type AgentRowInfo,
  type DocumentStateInfo,
  type DocumentStateParams,
  DocumentStateRequest,
  type PlaceAgentsParams,
  PlaceAgentsRequest,
  type ReadersTarget,
  ReadersRequest,
  readProfileUri,
  type RequirementInfo,
  type SeenProjectInfo,
} from './protocol.ts';
import type { Session } from './startServer.ts';

/** Answers what the tree of agents and the status of the open document ask; the client hears when that changes. */
export function handleTreeRequests({ connection, service, followed, log }: Session): void {
  const { tree, model } = service;

  connection.onRequest(
    AgentPlacesRequest,
    handler<unknown, SeenProjectInfo[]>('agent places', log, [], () =>
      followed.answer(AgentPlacesRequest, async () => {
        await model.settled();
        return (await tree.projects()).map(({ project, name, places }) => ({
          uri: project.root,
          name,
          places: places.map((place) => ({ kind: place.kind, uri: place.root, name: place.name })),
        }));
      }),
    ),
  );
  connection.onRequest(
    PlaceAgentsRequest,
    handler<PlaceAgentsParams, readonly AgentRowInfo[]>('agents', log, [], ({ projectUri, kind, uri }) => {
      const root = normalizedUri(projectUri);
      const place: Place = { kind, root: normalizedUri(uri) };
      return followed.answer(`${PlaceAgentsRequest} ${root} ${kind} ${place.root}`, async () => {
        await model.settled();
        return tree.agents(root, place);
      });
    }),
  );
  connection.onRequest(
    AgentRequirementsRequest,
    handler<AgentRequirementsParams, RequirementInfo[]>('requirements', log, [], ({ uri, projectUri }) => {
      const agentUri = normalizedUri(uri);
      const root = normalizedUri(projectUri);
      return followed.answer(`${AgentRequirementsRequest} ${root} ${agentUri}`, async () => {
        await model.settled();
        return tree.requirements(agentUri, root).map((state) => ofAgent(state, model.agent(agentUri)?.name));
      });
    }),
  );
  connection.onRequest<DocumentStateInfo | null, never>(
    DocumentStateRequest,
    handler<DocumentStateParams, DocumentStateInfo | null>('document state', log, null, ({ uri }) => {
      const profile = readProfileUri(uri);
      const of = normalizedUri(profile?.agentUri ?? uri);
      const root = profile?.projectUri === undefined ? undefined : normalizedUri(profile.projectUri);
      // One question: the client shows how one document stands, the active one.
      return followed.answer(DocumentStateRequest, async () => {
        await model.settled();
        const state = tree.stateOf(of, root);
        return state === undefined ? null : stateInfo(state, model.agent(of)?.name);
      });
    }),
  );
  connection.onRequest(
    ReadersRequest,
    handler<ReadersTarget, Location[]>('readers', log, [], async ({ uri, position }) => {
      await model.settled();
      return readersOnLine(model, normalizedUri(uri), position.line);
    }),
  );
}

function stateInfo(state: DocumentState, agentName: string | undefined): DocumentStateInfo {
  const projectUri = state.project.root;
  if (state.kind === 'project') {
    return { kind: 'project', projectUri, requirements: state.requirements.map(ofProject) };
  }
  return {
    kind: 'agent',
    projectUri,
    ...(state.skipped === undefined ? {} : { skipped: state.skipped }),
    requirements: state.requirements.map((one) => ofAgent(one, agentName)),
  };
}

function ofAgent(state: AgentRequirementState, agentName: string | undefined): RequirementInfo {
  return {
    ...common(state),
    summary: agentStateText(state),
    readers: [{ name: agentName ?? '', at: state.readAt }],
  };
}

function ofProject(state: ProjectRequirementState): RequirementInfo {
  return {
    ...common(state),
    summary: stateText(state),
    readers: state.readers.map(({ name, readAt }) => ({ name, at: readAt })),
  };
}

function common({
  label,
  status,
  detected,
  answeredAt,
}: RequirementState): Omit<RequirementInfo, 'summary' | 'readers'> {
  return {
    label,
    status,
    ...(detected === undefined ? {} : { detected }),
    ...(answeredAt === undefined ? {} : { answeredAt }),
  };
}
