/**
 * What the generated part of the catalogue takes from other catalogues, judged name by name: a name that stands
 * in ordinary sentences or keys ("Split", "Polar", "Processing") would find itself where nobody meant it.
 */

/** Keys of @specfy/stack-analyser that are left out: everyday words, sites that no project is built on, doubles. */
export const leftOutOfSpecfy = new Set(
  `
  adobe apple atlassian facebook google microsoft instagram linkedin reddit twitter wikipedia box split fathom polarsh
  refinedev replicate monday slatedocs wasp withorb wiz vale assemble builtwithfern fabric goacmelego goent
  betterstack browseruse integrationapp mergedev useautumn useparagon vialink apiplatform sas sequelruby
  hanko kinde orysh simpleanalytics simpleicons lordicon onlineornot placekit google.keep google.tasks
  azure.ci codesandboxci cypressci effectjs expodev expojs geminiai mantineui milvusdb muiicons phppest reactrouterdom
  remixrouter prismacloud truffleanalytics trufflesecurity hexojs
  aws.ec2 aws.ecs aws.ecr aws.eks aws.ses aws.sns aws.mq azure.aks gcp.cloudbuild payloadcms splitio
  aws.documentdb aws.kafka aws.opensearch aws.translate gcp.aiplatform gcp.bigquery gcp.gcs gcp.gce gcp.gke
  gcp.containerregistry gcp.language gcp.pubsub github.codeql atlassian.bitbucket atlassian.opsgenie atlassian.trello
  ovh.database ovh.dedicated ovh.kubernetes ovh.storage ovh.vps
  railway.mongodb railway.mysql railway.postgres railway.redis replit.database replit.postgres
  scaleway.container scaleway.database scaleway.documentdb scaleway.elasticmetal scaleway.function
  scaleway.kubernetes scaleway.mq scaleway.redis scaleway.secretmanager scaleway.storage
  qovery.cluster qovery.database upstash.kafka upstash.qstash upstash.redis supabase.postgres
  vercel.ai vercel.edge xai vercel.blob vercel.kv remixicons
  `
    .trim()
    .split(/\s+/),
);

/** Names as their makers write them, where the source has another. */
export const renamedInSpecfy = {
  'aws.cloudsearch': 'Amazon CloudSearch',
  'aws.comprehend': 'Amazon Comprehend',
  'aws.ebs': 'Amazon EBS',
  'aws.efs': 'Amazon EFS',
  'aws.glacier': 'Amazon S3 Glacier',
  'aws.kms': 'AWS KMS',
  'aws.lightsail': 'Amazon Lightsail',
  'aws.memorydb': 'Amazon MemoryDB',
  'aws.polly': 'Amazon Polly',
  'aws.rekognition': 'Amazon Rekognition',
  'aws.timestream': 'Amazon Timestream',
  'aws.transcribe': 'Amazon Transcribe',
  'azure.mariadb': 'Azure Database for MariaDB',
  'azure.mysql': 'Azure Database for MySQL',
  'azure.postgres': 'Azure Database for PostgreSQL',
  'azure.redis': 'Azure Cache for Redis',
  'azure.maps': 'Azure Maps',
  'gcp.artifactregistry': 'Google Artifact Registry',
  'gcp.dataproc': 'Google Dataproc',
  'gcp.datastore': 'Google Cloud Datastore',
  'gcp.dialogflow': 'Google Dialogflow',
  'gcp.dns': 'Google Cloud DNS',
  'gcp.kms': 'Google Cloud KMS',
  'gcp.logging': 'Google Cloud Logging',
  'gcp.memorystore': 'Google Memorystore',
  'gcp.secretmanager': 'Google Secret Manager',
  'gcp.speech': 'Google Cloud Speech',
  'gcp.tasks': 'Google Cloud Tasks',
  'gcp.translate': 'Google Cloud Translation',
  'gcp.vision': 'Google Cloud Vision',
  apachetika: 'Apache Tika',
  blitzjs: 'Blitz.js',
  datocms: 'DatoCMS',
  deepseek: 'DeepSeek',
  deepsource: 'DeepSource',
  docusign: 'DocuSign',
  fumadocs: 'Fumadocs',
  fusionauth: 'FusionAuth',
  gitbook: 'GitBook',
  heroui: 'HeroUI',
  infernojs: 'Inferno',
  mithriljs: 'Mithril.js',
  novu: 'Novu',
  oceanbase: 'OceanBase',
  plausible: 'Plausible Analytics',
  postgrest: 'PostgREST',
  prestashop: 'PrestaShop',
  redwoodjs: 'RedwoodJS',
  signoz: 'SigNoz',
  'sitecore.xmlcloud': 'Sitecore XM Cloud',
  teamspeak: 'TeamSpeak',
  youtube: 'YouTube',
  zookeeper: 'Apache ZooKeeper',
};

/** Names of specfy that are English words too, or near enough to one. */
export const wordsInSpecfy = new Set(
  `
  blackfire discord discourse honeybadger infernojs intercom lago miro nango paddle papertrail postmark
  sandpackeditor squareup tablericons telegram twigphp twitch zoom kentico adminer beehiiv intuit optimizely
  checkov fastly joijs arkui baseui superstruct spotify equinix asdf jsonschema
  `
    .trim()
    .split(/\s+/),
);

/** The kind and the sections of specfy's types. */
export const typesInSpecfy = {
  ai: ['machine-learning', 'backend'],
  analytics: ['service', ''],
  api: ['api', ''],
  app: ['tool', ''],
  auth: ['auth', ''],
  automation: ['tool', ''],
  builder: ['build-tool', ''],
  ci: ['ci', 'deployment'],
  cloud: ['platform', 'deployment'],
  cms: ['cms', 'backend'],
  collaboration: ['collaboration', ''],
  communication: ['service', ''],
  crm: ['service', ''],
  db: ['database', 'database'],
  etl: ['data-processing', 'backend'],
  framework: ['framework', 'backend'],
  hosting: ['platform', 'deployment'],
  iac: ['infrastructure-as-code', 'deployment'],
  iconset: ['library', 'frontend'],
  language: ['language', 'backend'],
  linter: ['tool', ''],
  maps: ['service', ''],
  messaging: ['message-queue', 'backend'],
  monitoring: ['monitoring', 'deployment'],
  network: ['cloud-service', 'deployment'],
  notification: ['service', ''],
  orm: ['orm', 'database backend'],
  package_manager: ['build-tool', ''],
  payment: ['service', ''],
  queue: ['message-queue', 'backend'],
  runtime: ['runtime', 'backend'],
  saas: ['service', ''],
  security: ['tool', ''],
  ssg: ['framework', 'frontend'],
  storage: ['cloud-service', 'deployment'],
  test: ['testing', ''],
  tool: ['tool', ''],
  ui: ['library', 'frontend'],
  ui_framework: ['framework', 'frontend'],
  validation: ['library', 'backend'],
};

/** Keys that specfy's type misplaces. */
export const typesByKey = {
  'gcp.secretmanager': ['secrets', 'deployment'],
  'gcp.kms': ['secrets', 'deployment'],
  'aws.kms': ['secrets', 'deployment'],
  'gcp.tasks': ['message-queue', 'backend deployment'],
  zookeeper: ['tool', 'backend'],
  readthedocs: ['service', ''],
  postgrest: ['api', 'backend'],
  mongoexpress: ['tool', 'database'],
  jsx: ['language', 'frontend'],
  akamai: ['platform', 'deployment'],
  nextcloud: ['tool', ''],
  intuit: ['service', ''],
};

/** What some of specfy's technologies run on. */
export const runsOnInSpecfy = {
  'azure.mariadb': ['mysql'],
  'azure.mysql': ['mysql'],
  'azure.postgres': ['postgresql'],
  'azure.redis': ['redis'],
  'aws.memorydb': ['redis'],
  'gcp.memorystore': ['redis'],
  postgrest: ['postgresql'],
  mongoexpress: ['mongodb'],
  blitzjs: ['next.js'],
  redwoodjs: ['react', 'node.js'],
  infernojs: ['javascript'],
  mithriljs: ['javascript'],
  umijs: ['react'],
  jsx: ['javascript'],
  twigphp: ['php'],
  prestashop: ['php'],
  reacticons: ['react'],
  reactemail: ['react'],
  joijs: ['javascript'],
  valibot: ['typescript'],
  arktype: ['typescript'],
  typebox: ['typescript'],
  remult: ['typescript'],
  pipenv: ['python'],
  phpenv: ['php'],
  nvm: ['node.js'],
  rubyenv: ['ruby'],
  goenv: ['go'],
  mkdocs: ['python'],
};

/** Languages taken from linguist-languages, with their sections (or `none`); `word` marks an English word. */
export const takenFromLinguist = {
  none: `
    G-code, Gnuplot, Inno Setup, NSIS, Kaitai Struct, LilyPond, OpenSCAD, PlantUML, PostScript, Typst, Open Policy Agent,
    AutoLISP, Common Workflow Language
  `,
  'none word': 'Mermaid',
  backend: `
    ActionScript, Agda, APL, AppleScript, AspectJ, AutoHotkey, AutoIt, Batchfile, Cap'n Proto, ColdFusion, Cython, Dafny,
    DataWeave, Dhall, Eiffel, Emacs Lisp, Futhark, GAMS, Haxe, HiveQL, Idris, JCL, Jsonnet,
    Kusto, LabVIEW, Luau, MiniZinc, Modelica, Modula-2, Modula-3, MoonScript, Motoko, MQL4, MQL5, Nextflow, Nushell,
    Objective-C++, OpenQASM, Power Query, PowerBuilder, PureScript, Q#, REXX, RPGLE,
    Scilab, Snakemake, SPARQL, Standard ML, Stata, SuperCollider, SystemVerilog, TypeSpec, Vala, VBA, VBScript,
    Visual Basic 6.0, Wolfram Language, XQuery, XSLT, YARA, OpenEdge ABL, NetLogo, FlatBuffers,
    Tcsh, Elvish, Bluespec, Smali,
    SourcePawn, Xtend, LiveScript, PicoLisp, Cypher, ANTLR, SWIG, Oberon, AspectJ, Objective-J, LookML
  `,
  'backend word': `
    Ballerina, Cairo, Chapel, Forth, Isabelle, Dylan, Lean, Noir, Odin, Pony,
  `,
  frontend: `
    ReScript, Handlebars, EJS, Haml, MDX, Nunjucks, WGSL, ShaderLab, UnrealScript, CartoCSS, FreeMarker, Smarty, Ren'Py
  `,
  'frontend word': `
    Pug, Mustache, Liquid, Stylus, Blade, Marko
  `,
  deployment: 'HCL, BitBake, KCL',
};

/** Taken from devicon, by kind, sections and what they run on: its key and, where it differs, the name. */
export const takenFromDevicon = {
  'framework frontend on:javascript':
    'aframe = A-Frame, knockout = Knockout.js, jeet = Jeet, framework7 = Framework7',
  'library frontend on:javascript': 'corejs = core-js, datatables = DataTables',
  'testing on:javascript': 'protractor = Protractor*',
  'build-tool on:javascript': 'bower = Bower',
  'framework backend on:node.js': 'krakenjs = Kraken.js',
  'library backend on:node.js': 'discordjs = discord.js, svgo = SVGO',
  'desktop frontend on:node.js': 'nodewebkit = NW.js',
  'mobile frontend': 'appcelerator = Appcelerator Titanium',
  'framework backend on:php': 'phalcon = Phalcon, lumen = Lumen*',
  'cms backend on:php': 'contao = Contao, modx = MODX, sulu = Sulu CMS',
  'framework frontend on:java': 'libgdx = libGDX',
  'framework frontend on:lua': 'love2d = LÖVE',
  'framework frontend':
    'sourceengine = Source Engine, processing = Processing*, photonengine = Photon Engine',
  'framework frontend on:python': 'pyscript = PyScript',
  'language backend': 'dyalog = Dyalog APL, ceylon = Ceylon, awk = AWK, embeddedc = Embedded C',
  'language deployment': 'zsh = Zsh',
  'runtime backend on:javascript': 'v8 = V8 engine',
  'library frontend': 'openal = OpenAL',
  'tool deployment on:kubernetes': 'gardener = Gardener*',
  'tool deployment':
    'netbox = NetBox, teleport = Teleport*, dovecot = Dovecot, pfsense = pfSense, terramate = Terramate',
  'platform deployment': 'scalingo = Scalingo',
  'operating-system deployment': 'gentoo = Gentoo, linuxmint = Linux Mint, hyperv = Hyper-V',
  'build-tool': 'spack = Spack, nimble = Nimble*',
  tool: `googlecolab = Google Colab, kaggle = Kaggle, rstudio = RStudio, spyder = Spyder*, spss = SPSS, minitab = Minitab,
    clion = CLion, goland = GoLand, phpstorm = PhpStorm, rubymine = RubyMine, qodana = Qodana, netbeans = NetBeans,
    gitkraken = GitKraken, sourcetree = Sourcetree, filezilla = FileZilla, gimp = GIMP, inkscape = Inkscape,
    photoshop = Photoshop, illustrator = Adobe Illustrator, aftereffects = After Effects, premierepro = Premiere Pro,
    threedsmax = 3ds Max, maya = Autodesk Maya, fusion = Autodesk Fusion, ansys = Ansys, canva = Canva,
    sqldeveloper = Oracle SQL Developer, tex = TeX, weblate = Weblate`,
  collaboration: 'gitter = Gitter',
};
