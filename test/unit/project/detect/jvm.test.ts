/** Manifests as people write them, of Gradle and Maven: what they show, in which section, in which version, on which line. */
import { describeManifests } from './describeManifests.ts';

describeManifests('manifests of Gradle and Maven', [
  {
    title: 'Gradle with a version catalogue: scripts say what counts, the catalogue what it is',
    files: {
      'gradle/libs.versions.toml': `[versions]
kotlin = "2.2.0"
boot = "3.5.0"
pg = "42.7.0"

[libraries]
postgresql = { module = "org.postgresql:postgresql", version.ref = "pg" }
spring-boot-starter-web = { group = "org.springframework.boot", name = "spring-boot-starter-web", version.ref = "boot" }
jedis = "redis.clients:jedis:5.1.0"
mongo = { module = "org.mongodb:mongodb-driver-sync", version = "5.0" }
h2 = { module = "com.h2database:h2", version = "2.2" }
junit-jupiter = { module = "org.junit.jupiter:junit-jupiter", version = "5.12.0" }

[bundles]
stores = ["postgresql", "jedis"]

[plugins]
kotlin-jvm = { id = "org.jetbrains.kotlin.jvm", version.ref = "kotlin" }
spring-boot = { id = "org.springframework.boot", version.ref = "boot" }
`,
      'settings.gradle.kts': `include("api")
`,
      'build.gradle.kts': `plugins {
    alias(libs.plugins.kotlin.jvm) apply false
    alias(libs.plugins.spring.boot) apply false
}
`,
      'api/build.gradle.kts': `plugins {
    alias(libs.plugins.kotlin.jvm)
    alias(libs.plugins.spring.boot)
}

dependencies {
    implementation(libs.spring.boot.starter.web)
    implementation(libs.bundles.stores)
    testImplementation(libs.h2)
    testImplementation(libs.junit.jupiter)
}
`,
    },
    shown: [
      'backend Kotlin 2.2.0 build.gradle.kts:2',
      'backend Spring Boot 3.5.0 api/build.gradle.kts:3',
      'database PostgreSQL api/build.gradle.kts:8',
      'database Redis api/build.gradle.kts:8',
      'other JUnit 5.12.0 api/build.gradle.kts:10',
      'other Gradle build.gradle.kts:2',
    ],
  },
  {
    title: 'Gradle: plugins on one line, dependencies in each way of writing them',
    files: {
      'build.gradle': `plugins { id("io.micronaut.application") version "4.4.0" }
dependencies {
  implementation group: 'org.postgresql', name: 'postgresql', version: '42.7.0'
  implementation(
      "redis.clients:jedis:5.0",
      "org.mongodb:mongodb-driver-sync:5.0"
  )
  implementation 'org.apache.kafka:kafka-clients:3.7',
                 'com.rabbitmq:amqp-client:5'
  runtimeOnly("com.mysql:mysql-connector-j") { exclude group: 'a', module: 'b' }
  // implementation 'com.h2database:h2:2'
  /* implementation 'org.xerial:sqlite-jdbc:3' */
  testImplementation(group: 'org.testcontainers', name: 'testcontainers')
  constraints { implementation 'org.neo4j.driver:neo4j-java-driver:5' }
}
`,
    },
    shown: [
      'backend Java build.gradle:1',
      'backend Micronaut 4.4.0 build.gradle:1',
      'backend Kafka build.gradle:8',
      'backend RabbitMQ build.gradle:9',
      'database MongoDB build.gradle:6',
      'database MySQL build.gradle:10',
      'database PostgreSQL build.gradle:3',
      'database Redis build.gradle:5',
      'other Testcontainers build.gradle:13',
      'other Gradle build.gradle:1',
    ],
  },
  {
    title: 'Gradle: what the build itself is made with declares nothing',
    files: {
      'build.gradle': `buildscript {
  dependencies { classpath "org.postgresql:postgresql:42" }
}
apply plugin: 'java'
`,
    },
    shown: ['backend Java build.gradle:4', 'other Gradle build.gradle:4'],
  },
  {
    title: 'an Android app in Kotlin with Compose and Room',
    files: {
      'app/build.gradle.kts': `plugins { id("com.android.application"); id("org.jetbrains.kotlin.android") }

dependencies {
    implementation(platform("androidx.compose:compose-bom:2025.01.00"))
    implementation("androidx.compose.ui:ui")
    implementation("androidx.room:room-runtime:2.7.0")
    ksp("androidx.room:room-compiler:2.7.0")
    implementation("com.squareup.retrofit2:retrofit:2.11.0")
    implementation("io.insert-koin:koin-android:4.0.0")
    testImplementation("junit:junit:4.13.2")
}
`,
    },
    shown: [
      'frontend Android app/build.gradle.kts:1',
      'frontend Jetpack Compose app/build.gradle.kts:4',
      'frontend Koin 4.0.0 app/build.gradle.kts:9',
      'frontend Retrofit 2.11.0 app/build.gradle.kts:8',
      'frontend Kotlin app/build.gradle.kts:1',
      'database Room 2.7.0 app/build.gradle.kts:6',
      'other JUnit app/build.gradle.kts:10',
      'other Gradle app/build.gradle.kts:1',
    ],
  },
  {
    title: 'an Android app whose plugin brings Kotlin: Compose shows it, and it says nothing of the backend',
    files: {
      'app/build.gradle.kts': `plugins {
    alias(libs.plugins.android.application)
}
dependencies { implementation(libs.compose) }
`,
      'gradle/libs.versions.toml': `[libraries]
compose = { module = "androidx.compose.ui:ui", version = "1.6" }
[plugins]
android-application = { id = "com.android.application", version = "9.0.0" }
`,
      'server/build.gradle.kts': `plugins { kotlin("jvm") }
dependencies { implementation("io.ktor:ktor-server-core:3.1.0") }
`,
    },
    shown: [
      'frontend Android app/build.gradle.kts:2',
      'frontend Jetpack Compose 1.6 app/build.gradle.kts:4',
      'backend Kotlin server/build.gradle.kts:1',
      'backend Ktor 3.1.0 server/build.gradle.kts:2',
      'other Gradle app/build.gradle.kts:2',
    ],
  },
  {
    title: 'an Android app by a plugin that brings Kotlin, and nothing that tells the language',
    files: {
      'build.gradle.kts': `plugins { id("com.android.application") version "9.1.0" apply false }\n`,
      'app/build.gradle.kts': `plugins { id("com.android.application") }\n`,
    },
    shown: ['frontend Android app/build.gradle.kts:1', 'other Gradle build.gradle.kts:1'],
  },
  {
    title: 'an Android app in Java beside a server in Kotlin',
    files: {
      'app/build.gradle': `apply plugin: 'com.android.application'
android { compileOptions { sourceCompatibility JavaVersion.VERSION_1_8 } }
`,
      'server/build.gradle.kts': `plugins { kotlin("jvm") }
dependencies { implementation("io.ktor:ktor-server-core:3.1.0") }
`,
    },
    shown: [
      'frontend Android app/build.gradle:1',
      'frontend Java 8 app/build.gradle:2',
      'backend Kotlin server/build.gradle.kts:1',
      'backend Ktor 3.1.0 server/build.gradle.kts:2',
      'other Gradle app/build.gradle:1',
    ],
  },
  {
    title: 'Gradle: which Java, by the toolchain rather than by what it compiles for',
    files: {
      'build.gradle': `plugins {
    id 'org.springframework.boot' version '3.2.4'
    id 'java'
}
java {
    sourceCompatibility = '17'
    toolchain { languageVersion = JavaLanguageVersion.of(21) }
}
`,
    },
    shown: [
      'backend Java 21 build.gradle:7',
      'backend Spring Boot 3.2.4 build.gradle:2',
      'other Gradle build.gradle:2',
    ],
  },
  {
    title: 'Gradle: Java by what it compiles for',
    files: {
      'build.gradle.kts': `plugins { java }
java { sourceCompatibility = JavaVersion.VERSION_21 }
`,
    },
    shown: ['backend Java 21 build.gradle.kts:2', 'other Gradle build.gradle.kts:1'],
  },
  {
    title: 'Gradle: Java stands where its plugin does',
    files: {
      'build.gradle': `plugins {
    id 'org.springframework.boot' version '3.2.4'
    id 'java'
}
`,
    },
    shown: [
      'backend Java build.gradle:3',
      'backend Spring Boot 3.2.4 build.gradle:2',
      'other Gradle build.gradle:2',
    ],
  },
  {
    title: 'Kotlin Multiplatform: source sets for tests are tests',
    files: {
      'shared/build.gradle.kts': `plugins {
    kotlin("multiplatform") version "2.2.0"
}
kotlin {
    sourceSets {
        commonMain.dependencies {
            implementation("io.ktor:ktor-server-core:3.1.0")
        }
        val jvmTest by getting {
            dependencies {
                implementation("com.h2database:h2:2.2")
            }
        }
    }
}
`,
    },
    shown: [
      'backend Kotlin 2.2.0 shared/build.gradle.kts:2',
      'backend Ktor 3.1.0 shared/build.gradle.kts:7',
      'other Gradle shared/build.gradle.kts:2',
    ],
  },
  {
    title: 'Spring Boot by Maven with properties for groups and versions',
    files: {
      'pom.xml': `<project>
  <groupId>org.example</groupId>
  <artifactId>shop</artifactId>
  <properties>
    <spring.group>org.springframework.boot</spring.group>
    <boot.version>3.5.1</boot.version>
    <java.version>21</java.version>
  </properties>
  <dependencies>
    <dependency>
      <groupId>\${spring.group}</groupId>
      <artifactId>spring-boot-starter-web</artifactId>
      <version>\${boot.version}</version>
    </dependency>
    <dependency>
      <groupId>com.mysql</groupId>
      <artifactId>mysql-connector-j</artifactId>
    </dependency>
  </dependencies>
</project>
`,
    },
    shown: [
      'backend Java 21 pom.xml:7',
      'backend Spring Boot 3.5.1 pom.xml:10',
      'database MySQL pom.xml:15',
      'other Maven pom.xml:1',
    ],
  },
  {
    title: 'Maven: a property of the parent’s',
    files: {
      'pom.xml': `<project><packaging>pom</packaging>
  <properties><g>io.quarkus</g></properties>
  <modules><module>api</module></modules>
</project>`,
      'api/pom.xml': `<project>
  <parent><groupId>org.example</groupId><artifactId>parent</artifactId></parent>
  <dependencies>
    <dependency><groupId>\${g}</groupId><artifactId>quarkus-rest</artifactId></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>core</artifactId></dependency>
  </dependencies>
</project>`,
    },
    shown: ['backend Java pom.xml:1', 'backend Quarkus api/pom.xml:4', 'other Maven pom.xml:1'],
  },
  {
    title: 'Quarkus by a platform and its extensions',
    files: {
      'pom.xml': `<?xml version="1.0" encoding="UTF-8"?>
<project>
  <properties>
    <maven.compiler.release>21</maven.compiler.release>
  </properties>
  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>io.quarkus.platform</groupId>
        <artifactId>quarkus-bom</artifactId>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>io.quarkus</groupId>
      <artifactId>quarkus-jdbc-postgresql</artifactId>
    </dependency>
    <dependency>
      <groupId>io.quarkus</groupId>
      <artifactId>quarkus-hibernate-orm-panache</artifactId>
    </dependency>
    <dependency>
      <groupId>io.quarkus</groupId>
      <artifactId>quarkus-junit5</artifactId>
      <scope>test</scope>
    </dependency>
  </dependencies>
</project>
`,
    },
    shown: [
      'backend Java 21 pom.xml:4',
      'backend Quarkus pom.xml:17',
      'database PostgreSQL pom.xml:17',
      'database Hibernate pom.xml:21',
      'other Maven pom.xml:2',
    ],
  },
  {
    title: 'a service in Kotlin by Maven',
    files: {
      'pom.xml': `<project>
  <dependencies>
    <dependency><groupId>io.ktor</groupId><artifactId>ktor-server-netty-jvm</artifactId><version>3.0.1</version></dependency>
    <dependency><groupId>org.jetbrains.exposed</groupId><artifactId>exposed-core</artifactId><version>0.57.0</version></dependency>
    <dependency><groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId><version>3.46.0</version></dependency>
  </dependencies>
  <build><plugins><plugin><groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-maven-plugin</artifactId><version>2.1.0</version></plugin></plugins></build>
</project>`,
    },
    shown: [
      'backend Kotlin 2.1.0 pom.xml:7',
      'backend Ktor pom.xml:3',
      'database SQLite pom.xml:5',
      'database Exposed 0.57.0 pom.xml:4',
      'other Maven pom.xml:1',
    ],
  },
  {
    title: 'Spring Boot as people generate it',
    files: {
      'pom.xml': `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
	<parent>
		<groupId>org.springframework.boot</groupId>
		<artifactId>spring-boot-starter-parent</artifactId>
		<version>3.4.2</version>
	</parent>
	<properties>
		<java.version>17</java.version>
	</properties>
	<dependencies>
		<dependency>
			<groupId>org.springframework.boot</groupId>
			<artifactId>spring-boot-starter-data-jpa</artifactId>
		</dependency>
		<dependency>
			<groupId>org.springframework.boot</groupId>
			<artifactId>spring-boot-starter-security</artifactId>
		</dependency>
		<dependency>
			<groupId>com.h2database</groupId>
			<artifactId>h2</artifactId>
			<scope>runtime</scope>
		</dependency>
		<dependency>
			<groupId>org.postgresql</groupId>
			<artifactId>postgresql</artifactId>
			<scope>runtime</scope>
		</dependency>
		<dependency>
			<groupId>org.springframework.boot</groupId>
			<artifactId>spring-boot-starter-test</artifactId>
			<scope>test</scope>
		</dependency>
	</dependencies>
</project>
`,
    },
    shown: [
      'backend Java 17 pom.xml:9',
      'backend Spring Boot 3.4.2 pom.xml:3',
      'backend Spring Data pom.xml:12',
      'backend Spring Security pom.xml:16',
      'database PostgreSQL pom.xml:25',
      'other Maven pom.xml:2',
    ],
  },
]);
