import { listed } from './technologiesListed.ts';
import type { Technology } from './types.ts';

/** Libraries, frameworks and tools that people name beside what they build on, by language. */
export const libraryTechnologies: readonly Technology[] = listed(`
library frontend on:javascript | Lucide = Lucide Icons = lucide-react, date-fns, Day.js = dayjs, Moment.js = Moment*, Luxon, Immer*, Ramda, Immutable.js, yup = Yup validation, Lottie, Rive*, Swiper*, Splide, Tippy.js, Floating UI, Popper*, Quill*, ProseMirror, Slate.js, CKEditor, TinyMCE, Video.js, HLS.js, Konva, Fabric.js, Excalidraw, tldraw, Cytoscape.js, vis.js, Plotly.js, ApexCharts, Nivo, Victory*, visx, deck.gl, CesiumJS = Cesium*, Turf.js = Turf*, AG Grid = ag-grid, Handsontable, TanStack Table = React Table, TanStack Form, TanStack Virtual, FullCalendar, DOMPurify, marked*, ky*, SuperAgent
library frontend on:react | React Aria, React Spring = react-spring, React Flow = xyflow, React DnD = dnd-kit, react-markdown, FormatJS = react-intl, Sonner, cmdk, Vaul, TanStack DB, React Admin, Refine*, Blueprint.js
library frontend on:vue | Vue Router = vue-router, VueUse, vue-i18n, VeeValidate
library frontend on:angular | Transloco, ngx-translate, Angular CDK, Angular Signals
state frontend on:react | Valtio, Legend State, Redux Saga = redux-saga, Unstated, Easy Peasy
state frontend on:javascript | Nanostores, Effector, MobX-State-Tree
state frontend on:angular | NGXS, Akita
framework frontend on:react | Waku, Vinxi, Plasmo
framework frontend backend on:next.js | Blitz.js = Blitz*
library frontend on:next.js | next-intl
styling frontend on:react on:tailwind-css | HeroUI = NextUI
styling frontend on:react | Panda CSS, StyleX, Linaria, Stitches*, React Native Paper, NativeWind, Tamagui, gluestack-ui = gluestack, Semantic UI, Grommet, Evergreen UI, Carbon Design System = IBM Carbon, Polaris*, Primer CSS
styling frontend on:vue | Element Plus = Element UI, Naive UI, Nuxt UI, Vant*, Ant Design Vue, Vuestic, BootstrapVue
styling frontend on:svelte | Skeleton UI, Melt UI, Bits UI, shadcn-svelte, Flowbite Svelte
styling frontend on:angular | NG-ZORRO, Taiga UI, Clarity Design System, NG Bootstrap
styling frontend on:css | Flowbite, Preline, Foundation CSS = Zurb Foundation, Pico CSS = Pico.css, Open Props, Materialize CSS, UIkit CSS, Windi CSS, Twin.macro, Lightning CSS, Autoprefixer, Milligram, Tachyons
tool on:electron | electron-builder, Electron Forge = electron-forge
tool on:cloudflare-workers by:cloudflare | Wrangler*
tool | Tesseract = Tesseract OCR, ImageMagick
mobile frontend on:react-native | React Navigation, Expo Router, Reanimated = React Native Reanimated, FlashList, EAS = EAS Build = Expo Application Services
database database frontend on:react-native | WatermelonDB, AsyncStorage = Async Storage, React Native MMKV = MMKV
database database frontend on:flutter | Isar*, Drift*
mobile frontend on:flutter | Riverpod, Bloc* = flutter_bloc = BLoC, GetX, Dio*, Freezed*, go_router
orm database frontend on:android on:sqlite | Room* = Room Database = Android Room
mobile frontend on:android | Retrofit* = Retrofit2, Hilt* = Dagger Hilt, Koin, OkHttp, LiveData, WorkManager, Jetpack DataStore, Moshi, Coil*, Timber*, Robolectric
orm database frontend on:swift on:ios | Core Data = CoreData, SwiftData
orm database frontend on:swift on:sqlite | GRDB = GRDB.swift
mobile frontend on:swift on:ios | Combine Framework = Combine*, Alamofire, SnapKit, Kingfisher*, The Composable Architecture = TCA = Composable Architecture, RxSwift, Core ML = CoreML, ARKit, HealthKit, CloudKit, MapKit, StoreKit, WidgetKit, RealityKit, SpriteKit, SceneKit, watchOS = WatchKit, tvOS, visionOS
framework backend on:swift | SwiftNIO, Hummingbird*
build-tool on:swift | Swift Package Manager = SPM = SwiftPM, Carthage*, Tuist, XcodeGen
service on:firebase | Firebase Crashlytics = Crashlytics, Firebase Cloud Messaging = FCM
service | Apple Push Notification service = APNs, TestFlight, App Store Connect, Google Play Console, OneSignal
library backend on:node.js | web3.js, ethers = ethers.js, viem*, wagmi, Winston* = Winston logger, Pino* = Pino logger, Bunyan*, Morgan*, Nodemailer, Multer, Sharp* = sharp image, Cheerio, Crawlee, Agenda*, Bree*, node-cron, pg-boss, Bee-Queue, InversifyJS = Inversify, tsyringe, TypeDI, class-validator, ts-rest, oRPC, tsx*, Helmet.js, undici, Got*, node-fetch, Commander.js = Commander*, yargs, oclif, zx
library backend on:python | httpx = HTTPX, Requests* = python-requests, Beautiful Soup = BeautifulSoup = bs4, lxml, Pillow* = PIL, NetworkX, statsmodels, seaborn, Bokeh, Altair*, NLTK, Gensim, msgspec, attrs*, marshmallow*, Loguru, structlog, Typer*, Click* = click cli, Rich* = rich console, Textual*, arq, RQ = Redis Queue, Huey*, Taskiq, Procrastinate*, APScheduler, Boto3 = botocore, Paramiko, PyArrow, GeoPandas, Rasterio, Shapely, xarray, SymPy, Numba, OpenPyXL, ReportLab, PyMuPDF, Jinja2 = Jinja*, WTForms, Flask-Login, django-allauth, Django Channels, Django Ninja = django-ninja, python-dotenv, PyJWT, Authlib, passlib
framework backend on:python | Quart*, BlackSheep, Robyn, Masonite, CherryPy, web2py, Reflex*, NiceGUI, Flet*, Taipy, Chainlit, Panel*
web-server backend on:python | Hypercorn, Granian, Daphne*, Waitress*
machine-learning backend on:python | CrewAI, AutoGen = Microsoft AutoGen, DSPy, LiteLLM, Pydantic AI = PydanticAI, Haystack* = deepset Haystack, Instructor*, OpenAI Agents SDK, Google ADK = Agent Development Kit, Smolagents, Guardrails AI, YOLO = YOLOv8 = Ultralytics, Detectron2, Stable Diffusion, Diffusers*, PEFT, Optuna, CatBoost, SHAP, Prophet*, Kedro, Metaflow, ZenML, BentoML, Feast*, DVC = Data Version Control, Great Expectations, Unstructured*, Docling, Sentence Transformers, fastai, DeepSpeed, Unsloth, RAGAS = Ragas
library backend on:python part:mcp | FastMCP
machine-learning backend | Semantic Kernel, Spring AI, LangChain4j, Mastra, Whisper* = OpenAI Whisper, OpenVINO, TensorRT, Triton Inference Server = Triton, LM Studio, OpenRouter, Replicate*, Together AI, Fireworks AI, Claude Agent SDK = Claude Code SDK, LangSmith, Langfuse, Helicone, Promptfoo, Flowise, Dify, text-generation-inference = TGI, TensorFlow.js, MediaPipe, Qwen, Llama*, Mistral*
library backend on:ruby | Devise*, Pundit*, CanCanCan, ActiveAdmin = Active Admin, ViewComponent, Phlex, ERB, Resque, Delayed Job = delayed_job, GoodJob = Good Job, Shoryuken, Sorbet*, Solid Queue, Solid Cache, Solid Cable, Action Cable, Action Mailer, Active Job, Nokogiri, Faraday*, dry-rb, Grape API = Grape*, Kaminari, Ransack*
tool deployment on:ruby | Kamal, Capistrano
library backend on:laravel | Filament* = Filament PHP = FilamentPHP, Laravel Sanctum = Sanctum, Laravel Horizon, Laravel Nova, Laravel Octane, Laravel Jetstream, Laravel Breeze, Laravel Forge, Laravel Vapor, Laravel Telescope, Laravel Scout, Laravel Passport, Laravel Reverb, Laravel Sail, Spatie
library backend on:symfony | Symfony Messenger, API Platform, EasyAdmin
library backend on:php | Guzzle, Monolog, PHP-DI, ReactPHP, Swoole = OpenSwoole, FrankenPHP, RoadRunner*, Carbon PHP
tool on:php | Psalm*, Rector*, PHP_CodeSniffer = PHPCS, PHP-CS-Fixer, Laravel Pint
cms backend on:php | Craft CMS, Statamic, October CMS, Kirby CMS, ProcessWire, Concrete CMS, Neos CMS, OpenCart, Bagisto, Sylius, MediaWiki, Moodle
cms backend on:.net | Umbraco, Orchard Core, nopCommerce
cms backend on:node.js | KeystoneJS = Keystone.js, TinaCMS = Tina CMS, Decap CMS = Netlify CMS, MedusaJS = Medusa.js = Medusa*, Vendure
cms backend on:python | Saleor, django CMS
cms backend on:ruby | Spree Commerce = Solidus
cms backend | Prismic, Hygraph, Contentstack, Builder.io, Kontent.ai, Cosmic CMS, Butter CMS
library backend on:elixir | Oban, Broadway*, Absinthe*, Ash Framework = Ash*, Nerves*, Cowboy*, GenServer
library backend on:java | RxJava, Netty, Undertow, Armeria, Project Reactor = Reactor*, Lombok = Project Lombok, MapStruct, Jackson* = Jackson JSON, Gson, Guava, Log4j = Log4j2, Logback, SLF4J, Feign* = OpenFeign, Resilience4j, Hystrix, Micrometer, Caffeine*, Quartz* = Quartz Scheduler, Apache Commons, Apache POI, OptaPlanner = Timefold, Drools, Wicket*, GWT = Google Web Toolkit, Apache Tiles, Vavr, Dagger 2, Guice = Google Guice
library backend on:spring | Spring Cloud Gateway, Spring Batch, Spring Kafka, Spring Actuator = Spring Boot Actuator, Spring HATEOAS, Spring Session, Spring Modulith, Eureka* = Netflix Eureka, Zuul
orm database backend on:java | QueryDSL, EclipseLink, Ebean, JDBI
library backend on:kotlin | Kotlin Coroutines = Coroutines* = kotlinx.coroutines, kotlinx.serialization, Arrow-kt = Arrow*
library backend on:scala | ZIO, Cats Effect = Cats*, fs2, Circe*, Doobie*, Slick*, Akka HTTP, Finagle, tapir*
framework backend on:scala | Lagom
library backend on:clojure | Ring*, Reitit, Compojure, re-frame, Reagent*, core.async
library backend on:.net | Hangfire, Serilog, AutoMapper, Polly*, Refit*, FluentValidation, Mapster, Quartz.NET, Hot Chocolate = HotChocolate, Ocelot* = Ocelot Gateway, YARP, IdentityServer = Duende IdentityServer, ASP.NET Identity = ASP.NET Core Identity, NLog, log4net, Autofac, Newtonsoft.Json, System.Text.Json, StackExchange.Redis, MudBlazor, Radzen, Telerik, DevExpress, Syncfusion, Npgsql, Rebus*, Wolverine*, Scrutor, OpenIddict, FastEndpoints, Carter*, .NET Aspire = Aspire*, ML.NET, CommunityToolkit = MVVM Toolkit, ReactiveUI, Prism Library, Uno Platform
testing on:.net | Moq, NSubstitute, FluentAssertions, Bogus*, Shouldly, BenchmarkDotNet, Verify*
library backend on:go | gorilla/mux = Gorilla Mux, Cobra* = spf13/cobra, Viper*, zap* = uber-go/zap, zerolog, logrus, Wire*, Uber Fx, templ, go-redis, Sarama, gqlgen, Bubble Tea = bubbletea, Colly, Watermill*, River Queue, Asynq, Wails, Fyne, Ebitengine = Ebiten, Buf = buf.build, oapi-codegen
orm database backend on:go | ent*, Bun ORM, sqlboiler
framework backend on:go | Buffalo Go, Iris*, Hertz*, go-zero, Kratos*, Encore*, Huma*, Gorilla*
library backend on:rust | serde, reqwest, hyper*, clap*, anyhow*, thiserror, tower*, Rayon*, PyO3, Maturin, Candle*, Ratatui, wasm-bindgen
framework backend on:rust | Poem*, Salvo*, Loco* = Loco.rs
desktop frontend on:rust | Slint, egui, iced*, Relm4, GPUI
library backend on:cpp | oneTBB = TBB = Intel TBB, spdlog, fmt library, Abseil, Folly*, Boost.Asio = Asio, JUCE, POCO C++ = POCO, OpenSSL, PCL = Point Cloud Library
framework backend on:cpp | Crow C++
testing on:cpp | Google Benchmark
build-tool on:cpp | xmake, SCons, Premake, Autotools = Autoconf = Automake
build-tool | Buck2 = Buck*, Pants Build, Earthly, mise = mise-en-place, devenv, direnv, Rush.js, moonrepo, Lage
build-tool on:javascript | tsdown, unbuild, ncc, pkgroll, microbundle, Vite+ = Vite Plus
build-tool on:python | PDM, Hatch* = hatchling, setuptools, pipx, Rye*, Pixi*, Flit*, pip-tools
build-tool on:java | Apache Ant = Ant*, Ivy*, Jib, SDKMAN
build-tool on:elixir | Hex*, Rebar3
testing on:javascript | happy-dom, jsdom, Nightwatch.js = Nightwatch, Enzyme*, AVA*, QUnit, uvu, node:test, Stryker, Polly.js, Nock*, Faker.js, CodeceptJS, Size Limit, Stagehand
tool frontend on:javascript | Ladle*, Histoire
tool on:javascript | Changesets, Commitlint, commitizen, Standard JS, XO linter, dprint, Knip, Madge, dependency-cruiser, Lefthook, publint, TypeDoc, JSDoc
tool on:typescript | tsc, typescript-eslint, tsgo
testing on:ruby | FactoryBot = factory_bot = FactoryGirl, VCR*, SimpleCov
testing on:python | nox*, Behave*, coverage.py, pytest-asyncio, factory_boy, Mutmut, Schemathesis
tool on:python | Vulture*, Safety CLI, pip-audit, ty*, Pyrefly, Sphinx*, Cookiecutter, Copier*
testing on:java | ArchUnit, PITest = PIT*, Kotest, MockK, Turbine*, Awaitility, JaCoCo
tool on:java | PMD, SpotBugs = FindBugs, Spotless*, Error Prone
tool on:kotlin | ktlint, detekt, Dokka
tool on:ruby | Reek*, Standard Ruby = StandardRB
tool on:go | air* = cosmtrek/air, staticcheck, gofumpt, GoReleaser, Delve, mockery, goose*, golang-migrate
tool on:rust | cargo-nextest = nextest, cargo-deny, Miri
tool on:elixir | Credo*, Dialyzer = Dialyxir
tool on:swift | SwiftLint, SwiftFormat
tool on:dart | Melos
`);
